package inventory

import "testing"

// The layout of a file may know of a column what its header alone does not say:
// then the mapping does not open it, and that is told.
func TestMappingRefusedByLayout(t *testing.T) {
	for _, test := range []struct {
		why            string
		notIdentifying bool
		want           meaning
		told           int64
	}{
		{whyPersonal, false, meaning{why: whyPersonal}, 1},
		{whyPersonal, true, meaning{why: whyPersonal}, 1},
		{whyIdentifier, false, meaning{why: whyIdentifier}, 1},
		{whyIdentifier, true, meaning{field: fieldDepartment, rank: -2, how: howMapping}, 0},
		{whyNotNeeded, false, meaning{field: fieldDepartment, rank: -2, how: howMapping}, 0},
	} {
		m := &Mapping{rules: make([]mappingRule, 1)}
		h := headerKey("Title of it")
		says := &sheetMapping{use: m.use(), columns: []columnRule{{header: h, field: fieldDepartment, notIdentifying: test.notIdentifying}}}
		got := says.meaning(h, meaning{why: test.why})
		if got != test.want {
			t.Errorf("%+v: got %+v", test, got)
		}
		problems := NewProblems(10)
		tbl := &table{header: headerRow{headers: []header{h}}, infos: []ColumnInfo{{Header: h.text, Why: got.why}}}
		says.tellRefused(tbl, newReporter(problems, "a.csv", Limits{}))
		if n := problems.CountByCode()[CodeMappingRefused]; n != test.told {
			t.Errorf("%+v: told %d times", test, n)
		}
	}
}
