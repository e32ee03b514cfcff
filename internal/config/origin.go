package config

import "strconv"

// Origin says where a value was set. The zero Origin is the default.
type Origin struct {
	File         string // settings file, as the person would name it
	Line, Column int
	Variable     string // environment variable
	Flag         string // flag, without its dashes
}

// String returns the origin as a message begins: govfootprint.yaml:3:1,
// environment GOVFOOTPRINT_COUNTRY, flag --country or default.
func (o Origin) String() string {
	switch {
	case o.Flag != "":
		return "flag --" + o.Flag
	case o.Variable != "":
		return "environment " + o.Variable
	case o.File != "" && o.Line > 0:
		return o.File + ":" + strconv.Itoa(o.Line) + ":" + strconv.Itoa(o.Column)
	case o.File != "":
		return o.File
	}
	return "default"
}
