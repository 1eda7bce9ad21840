// What the build makes of `content/` (src/build/packs/main.ts).
declare module 'virtual:packs' {
  export const bundledPacks: readonly import('$lib/app/pack-shelf').BundledPack[];
  export const bundledMaps: readonly import('$lib/app/base-maps').BundledMap[];
}

// What the build makes of `src/routes/join/player.ts` (src/build/player-plugin.js).
declare module 'virtual:player' {
  /** Addresses in the site. */
  export const script: string;
  export const styles: readonly string[];
}
