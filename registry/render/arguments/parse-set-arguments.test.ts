import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../schemas/json.ts';
import { parseSetArguments } from './parse-set-arguments.ts';

function parse(...texts: string[]): unknown {
  const reading = parseSetArguments(texts);
  return reading.ok ? reading.parameters : reading.message;
}

describe('parseSetArguments', () => {
  it.each<[string, JsonObject]>([
    ['a=b', { a: 'b' }],
    ['a.b=c', { a: { b: 'c' } }],
    ['a=b,c=d', { a: 'b', c: 'd' }],
    ['a=', { a: '' }],
    ['a=b,', { a: 'b' }],
    ['', {}],
    ['a.', {}],
    ['l={x,y}', { l: ['x', 'y'] }],
    ['l={}', { l: [''] }],
    ['l={1,true,null}', { l: [1, true, null] }],
    ['l={x},m=1', { l: ['x'], m: 1 }],
    ['l={x}m=1', { l: ['x'], m: 1 }],
    ['l[0]=x', { l: ['x'] }],
    ['l[2]=x', { l: [null, null, 'x'] }],
    ['l[0].a=1,l[0].b=2', { l: [{ a: 1, b: 2 }] }],
    ['l[1].a=1', { l: [null, { a: 1 }] }],
    ['l[0][1]=x', { l: [[null, 'x']] }],
    ['l[0]', { l: [] }],
    ['a=x\\,y', { a: 'x,y' }],
    ['a\\.b=c', { 'a.b': 'c' }],
    ['a\\=b=c', { 'a=b': 'c' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=b.c[0]', { a: 'b.c[0]' }],
    ['a=tail\\', { a: 'tail' }],
    ['=x', {}],
    ['a= b ', { a: ' b ' }],
    ['a=1', { a: 1 }],
    ['a=-7', { a: -7 }],
    ['a=+7', { a: 7 }],
    ['a=0', { a: 0 }],
    ['a=-0', { a: 0 }],
    ['a=007', { a: '007' }],
    ['a=1.5', { a: '1.5' }],
    ['a=1e3', { a: '1e3' }],
    ['a=1_000', { a: '1_000' }],
    ['a=99999999999999999999', { a: '99999999999999999999' }],
    ['a=TRUE,b=False,c=NULL', { a: true, b: false, c: null }],
    ['a="x"', { a: '"x"' }],
    ['a=ü😀', { a: 'ü😀' }],
  ])('%s', (text, parameters) => expect(parse(text)).toEqual(parameters));

  it.each<[string, string]>([
    ['a', 'key "a" has no value'],
    ['a.b', 'key "b" has no value'],
    ['a,', 'key "a" has no value (cannot end with ,)'],
    ['a,b=c', 'key "a" has no value (cannot end with ,)'],
    ['a.=x', 'key map "a" has no value'],
    ['l={x', "list must terminate with '}'"],
    ['l[x]=1', 'error parsing index: strconv.Atoi: parsing "x": invalid syntax'],
    ['l[]=1', 'error parsing index: strconv.Atoi: parsing "": invalid syntax'],
    ['l[1', 'error parsing index: EOF'],
    ['l[-1]=1', 'negative -1 index not allowed'],
    ['l[65537]=1', 'index of 65537 is greater than maximum supported index of 65536'],
    ['l[0]x=1', 'unexpected data at end of array index: "x"'],
    ['a=1,a.b=2', 'unable to parse key: interface conversion: interface {} is int64, not map[string]interface {}'],
    ['a=x,a[0]=2', 'unable to parse key: interface conversion: interface {} is string, not []interface {}'],
    ['a=null,a.b=2', 'unable to parse key: interface conversion: interface {} is nil, not map[string]interface {}'],
    [`${'a.'.repeat(31)}a=1`, 'value name nested level is greater than maximum supported nested level of 30'],
    ['a=9007199254740993', 'the integer 9007199254740993 is beyond 2^53 and cannot be carried exactly'],
  ])('%s is refused', (text, message) => expect(parse(text)).toBe(message));

  it('sets one argument upon the other', () => {
    expect(parse('a.b=1', 'a.c=2', 'l={x,y}', 'l[1]=z', 'a.b=3')).toEqual({ a: { b: 3, c: 2 }, l: ['x', 'z'] });
  });

  it('names the argument that it refuses', () => {
    expect(parseSetArguments(['a=1', 'b'])).toEqual({ ok: false, index: 1, message: 'key "b" has no value' });
  });

  it('sets upon values that it leaves untouched', () => {
    const before = { a: { b: [1] } };
    expect(parseSetArguments(['a.b[0]=2'], before)).toEqual({ ok: true, parameters: { a: { b: [2] } } });
    expect(before).toEqual({ a: { b: [1] } });
  });

  it('takes names that mean something to JavaScript for names', () => {
    const reading = parseSetArguments(['__proto__.polluted=1', 'constructor.prototype.x=2', 'a.__proto__=3']);
    if (!reading.ok) throw new Error(reading.message);
    expect(Object.keys(reading.parameters)).toEqual(['__proto__', 'constructor', 'a']);
    expect(JSON.stringify(reading.parameters)).toBe(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"x":2}},"a":{"__proto__":3}}',
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
