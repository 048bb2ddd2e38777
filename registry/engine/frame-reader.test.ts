import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameReader, toFrame } from './frame-reader.ts';

test('frames come out whole, however their bytes are cut', () => {
  const contents = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 });
  fc.assert(
    fc.property(contents, fc.infiniteStream(fc.integer({ min: 1, max: 17 })), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(toFrame));
      const received: Buffer[] = [];
      const read = createFrameReader((content) => received.push(content));
      for (let at = 0; at < bytes.length; ) {
        const length = cuts.next().value ?? 1;
        read(bytes.subarray(at, at + length));
        at += length;
      }
      expect(received.map((each) => [...each])).toEqual(sent.map((each) => [...each]));
    }),
  );
});
