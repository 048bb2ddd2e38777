package main

import (
	"encoding/json"
	"reflect"
	"testing"

	"cuelang.org/go/cue"
)

// The exporter stands for MarshalJSON: the same JSON, and an error wherever that has one.
func TestExportIsMarshalJSON(t *testing.T) {
	for _, text := range []string{
		`1`, `-0`, `1.50`, `1e100`, `12345678901234567890123`, `0x10`, `1Ki`, `null`, `true`, `"a\u0001\n\t\"\\é😀<&>"`, `'bytes\x00'`, `""`,
		`[]`, `[1, [2, {a: 3}]]`, `[1, ...]`, `[...int]`, `*1 | int`, `int | *"a"`, `int`, `string | int`, `_`, `_|_`, `1 & 2`,
		`{}`, `{a: 1, "b c": 2, _h: 3, #D: 4, o?: 5}`, `{a: {b: int}}`, `{a: 1 & 2}`, `{a: *1 | 2, b: [*"x" | "y"]}`, `close({a: 1})`,
		`{a: b, b: 1}`, `{a: missing}`, `{for k, v in {x: 1, y: 2} {"\(k)": v}}`, `{if true {a: 1}, b: 2}`, `{[string]: int, a: 1}`,
		`{a!: int, b: 1}`, `{a!: int} & {a: 1}`, `{a: {c: 1}} & {a: {d: 2}}`, `{1, _h: 2}`, `{[1, 2], #x: 1}`, `{"a": 1, a: int}`, `{o?: string, a: o}`, `{a: >1}`, `len([1, 2])`,
	} {
		value := newContext().CompileString("v: " + text).LookupPath(cue.ParsePath("v"))
		want, wantErr := value.MarshalJSON()
		got, err := exportValue(newSources(), value, []string{"a"})
		if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("%s: error %v, want %v", text, err, wantErr)
			continue
		}
		if err != nil {
			continue
		}
		if !json.Valid(got.Value) || !reflect.DeepEqual(plain(t, string(got.Value)), plain(t, string(want))) {
			t.Errorf("%s: %s, want %s", text, got.Value, want)
		}
	}
}
