/** The most pictures that a gallery holds; further ones go into one of their own. */
export const maxGalleryPictures = 50;

/** In how many columns the pictures of a gallery stand: two or four in two, all others in three. */
export const galleryColumns = (pictures: number): 2 | 3 => (pictures === 2 || pictures === 4 ? 2 : 3);
