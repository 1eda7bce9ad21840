// Every route is a static file, with a slash at its end: that form works on every static host.
export const prerender = true;
export const trailingSlash = 'always';
