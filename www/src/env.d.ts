/** Whether this is the single file `matn.html`; set by the build. */
declare const __SINGLE__: boolean;
