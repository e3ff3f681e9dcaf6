import * as fc from 'fast-check';
import { Codec, decodeShapes } from './codec';

describe('Codec', () => {
  it('reads with the shapes it gave away what it wrote before, however many there are', () => {
    const writer = new Codec([]);
    const values = Array.from({ length: 200 }, (_, i) => ({
      [`name${i}`]: i,
      text: 'Nguyễn',
      nested: [{ [`deep${i}`]: true }],
    }));
    const bytes = values.map((value) => writer.encode(value));
    const shapes = decodeShapes(writer.takeNewShapes());
    const reader = new Codec(shapes);
    expect(bytes.map((each) => reader.decode(each))).toEqual(values);
    const added = reader.encode({ another: 1 });
    const again = new Codec(decodeShapes(reader.takeNewShapes()));
    expect(again.decode(added)).toEqual({ another: 1 });
    expect(bytes.map((each) => again.decode(each))).toEqual(values);
  });

  it('gives shapes away only when there are new ones', () => {
    const codec = new Codec([]);
    expect(codec.takeNewShapes()).toBeUndefined();
    codec.encode({ a: 1 });
    expect(codec.takeNewShapes()).toBeDefined();
    codec.encode({ a: 2 });
    expect(codec.takeNewShapes()).toBeUndefined();
    codec.encode({ b: 2 });
    expect(codec.takeNewShapes()).toBeDefined();
  });

  it('gives back any JSON value as it was', () => {
    const codec = new Codec([]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // `__proto__` cannot be a property of the data here: the edge refuses it.
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(codec.decode(codec.encode(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
