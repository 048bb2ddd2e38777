/** English texts of the gallery of components. */
export const enGallery = {
  gallery: {
    title: 'Gallery',
    description: 'The components of these pages in each of their states.',
    lead: (count: number) =>
      `${count} files of components, each in its states, with made-up data. Only a server in development has this page.`,
    contents: 'Components',
    notShownYet: (count: number) => `${count} not shown yet:`,
  },
};
