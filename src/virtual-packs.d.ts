// What the build makes of `content/` (src/build/packs/main.ts).
declare module 'virtual:packs' {
  export const bundledPacks: readonly import('$lib/app/pack-shelf').BundledPack[];
  export const bundledMaps: readonly import('$lib/app/base-maps').BundledMap[];
}
