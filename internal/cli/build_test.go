package cli

import (
	"runtime/debug"
	"testing"
)

func TestBuild(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "(devel)"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0b43f0e5d2a1c3b4"},
		{Key: "vcs.time", Value: "2026-01-31T10:00:00Z"},
		{Key: "vcs.modified", Value: "true"},
		{Key: "GOOS", Value: "linux"},
		{Key: "GOARCH", Value: "arm64"},
	}}
	b := buildOf(info)
	if got, want := b.String(), "govfootprint devel (revision 0b43f0e5d2a1c3b4 with changes, 2026-01-31T10:00:00Z, go1.26.8, linux/arm64)"; got != want {
		t.Errorf("String = %s, want %s", got, want)
	}
	if got, want := b.reportVersion(), "devel+0b43f0e5d2a1.modified"; got != want {
		t.Errorf("reportVersion = %s, want %s", got, want)
	}
	info.Main.Version = "v1.2.3"
	if got, want := buildOf(info).reportVersion(), "v1.2.3"; got != want {
		t.Errorf("reportVersion = %s, want %s", got, want)
	}
	if got, want := buildOf(nil).String(), "govfootprint devel"; got != want {
		t.Errorf("without build information: %s, want %s", got, want)
	}
}
