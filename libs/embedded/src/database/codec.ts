import { Packr } from 'msgpackr';

/** What the file knows of the shapes of its records: lists of property names. */
export type Shapes = object[];

/**
 * MessagePack with shared shapes: the property names of a shape are stored once for the whole file, not with every
 * record. {@link takeNewShapes} must be written in the same transaction as the records that use them.
 */
export class Codec {
  private readonly packr: Packr;
  private unsaved: Shapes | undefined;

  constructor(known: Shapes) {
    this.packr = new Packr({
      maxSharedStructures: 1024,
      getStructures: () => known,
      saveStructures: (shapes) => {
        this.unsaved = shapes;
      },
    });
  }

  encode(value: unknown): Uint8Array {
    return this.packr.pack(value);
  }

  decode(bytes: Uint8Array): unknown {
    return this.packr.unpack(bytes);
  }

  /** All shapes, if there are new ones since the last call. */
  takeNewShapes(): Uint8Array | undefined {
    if (!this.unsaved) return undefined;
    const bytes = encodeShapes(this.unsaved);
    this.unsaved = undefined;
    return bytes;
  }
}

const plain = new Packr({ useRecords: false });

function encodeShapes(shapes: Shapes): Uint8Array {
  return plain.pack(shapes);
}

export function decodeShapes(bytes: Uint8Array | undefined): Shapes {
  return bytes ? (plain.unpack(bytes) as Shapes) : [];
}
