// The script of this page is its own (src/build/player-plugin.js): Kit's would be too much for thirty phones on a school's Wi-Fi.
export const csr = false;
