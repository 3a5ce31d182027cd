// Stands for the package `server-only`, which refuses to load outside Next's bundler.
export {};
