/** The cache in which the service worker leaves what was shared, for the page to take. */
export const sharedCache = "matn-shared";
