import type { enGallery } from './en-gallery.ts';

/** Chinese (simplified) texts of the gallery of components. */
export const zhGallery: typeof enGallery = {
  gallery: {
    title: '组件陈列',
    description: '本站页面的组件及其各种状态。',
    lead: (count) => `${count} 个组件文件，各以虚构数据展示其状态。仅开发中的服务器有此页面。`,
    contents: '组件',
    notShownYet: (count) => `尚有 ${count} 个未展示：`,
  },
};
