import type { Strings } from './strings.ts';

/** Chinese texts of the files of a version. */
export const zhFiles: Pick<Strings, 'files'> = {
  files: {
    heading: '文件',
    path: '路径',
    role: '用途',
    size: '大小',
    digest: '摘要',
    executable: '可执行',
    roles: {
      metadata: '元数据',
      readme: '说明',
      template: '应用模板',
      parameter: '参数',
      resource: '资源',
      definition: '模块定义',
      schema: '界面模式',
      view: '视图',
      'config-template': '配置模板',
      notes: '安装提示',
      godef: 'Go 定义',
      chart: 'Chart',
      ignored: '不会读取',
    },
    raw: '原始文件',
    binary: '此文件不是文本。',
    tooLarge: '此文件过大，无法在此显示。',
    contentOf: (path) => `${path} 的内容`,
    description: (path, name, version) => `KubeVela 插件 ${name} ${version} 的 ${path}。`,
  },
};
