import type { PageLoader } from './page-loader.ts';

/** The gallery of components. Read when it is first asked for: servers in production never need it. */
export const loadGallery: PageLoader = async () => {
  const { GalleryPage } = await import('../../web/pages/gallery-page.tsx');
  return (context) => GalleryPage({ context });
};
