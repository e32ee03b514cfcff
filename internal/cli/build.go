package cli

import (
	"runtime/debug"
	"strings"
)

// Build says which program this is, so that a report can be made again with it.
type Build struct {
	Version  string // v1.2.3, or devel
	Revision string // of the source, empty where the build did not record it
	Time     string // of the revision, RFC 3339
	Modified bool   // the source had changes that no revision holds
	Go       string // the compiler
	Platform string // linux/amd64
}

// buildOf reads what the toolchain recorded in the program.
func buildOf(info *debug.BuildInfo) Build {
	if info == nil {
		return Build{Version: "devel"}
	}
	b := Build{Version: info.Main.Version, Go: info.GoVersion}
	if b.Version == "" || b.Version == "(devel)" {
		b.Version = "devel"
	}
	var system, architecture string
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Revision = setting.Value
		case "vcs.time":
			b.Time = setting.Value
		case "vcs.modified":
			b.Modified = setting.Value == "true"
		case "GOOS":
			system = setting.Value
		case "GOARCH":
			architecture = setting.Value
		}
	}
	b.Platform = strings.Trim(system+"/"+architecture, "/")
	return b
}

// reportVersion returns what a report says it was made with.
func (b Build) reportVersion() string {
	if b.Version != "devel" || b.Revision == "" {
		return b.Version
	}
	version := b.Version + "+" + b.Revision[:min(12, len(b.Revision))]
	if b.Modified {
		version += ".modified"
	}
	return version
}
