package config

import (
	"strconv"

	"govfootprint/reports/wording"
)

// Origin says where a value was set. The zero Origin is the default.
type Origin struct {
	File         string // settings file, as the person would name it
	Line, Column int
	Variable     string // environment variable
	Flag         string // flag, without its dashes
}

// String returns the origin as a message begins: govfootprint.yaml:3:1,
// environment GOVFOOTPRINT_COUNTRY, flag --country or default.
func (o Origin) String() string { return o.phrase().String() }

// In returns the origin in a language.
func (o Origin) In(c *wording.Catalogue) string { return c.Sayf("%s", o.phrase()) }

func (o Origin) phrase() wording.Phrase {
	switch {
	case o.Flag != "":
		return wording.Phrasef("flag --%s", o.Flag)
	case o.Variable != "":
		return wording.Phrasef("environment %s", o.Variable)
	case o.File != "" && o.Line > 0:
		return wording.Phrasef("%s", o.File+":"+strconv.Itoa(o.Line)+":"+strconv.Itoa(o.Column))
	case o.File != "":
		return wording.Phrasef("%s", o.File)
	}
	return wording.Phrasef("default")
}
