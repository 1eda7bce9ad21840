// The package has no types. What of it is used here, as its source has it.
declare module 'js-aruco2' {
  export interface Marker {
    readonly id: number;
    /** Clockwise from the marker's own top left. */
    readonly corners: readonly { readonly x: number; readonly y: number }[];
    readonly hammingDistance: number;
  }
  export interface Picture {
    readonly width: number;
    readonly height: number;
    /** RGBA, rows from the top. */
    readonly data: Uint8ClampedArray;
  }
  export const AR: {
    DICTIONARIES: Record<string, { nBits: number; tau: number; codeList: readonly number[] }>;
    Detector: new (config: { dictionaryName: string }) => { detect(picture: Picture): readonly Marker[] };
  };
}
