/** In place of style sheets, which tests without a browser have no use for. */
export {};
