package cli

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"govfootprint/inventory/fold"
	"govfootprint/reports/wording"
)

// Streams are where a command reads and writes, and who is watching.
type Streams struct {
	In  io.Reader
	Out io.Writer // data
	Err io.Writer // messages

	OutWatched bool // Out is a terminal
	ErrWatched bool // Err is a terminal
	Width      int  // columns of the terminal, 0 where there is none
	Colour     bool // the terminal shows colours and nobody has asked for none
	ASCII      bool // the locale says that only ASCII can be shown

	texts *wording.Catalogue // of the language that messages are said in; nil for English
}

// Test returns streams for a test: nobody watches, and what is written can be read back.
func Test() (streams *Streams, in, out, errOut *bytes.Buffer) {
	in, out, errOut = &bytes.Buffer{}, &bytes.Buffer{}, &bytes.Buffer{}
	return &Streams{In: in, Out: out, Err: errOut}, in, out, errOut
}

// Messagef writes a line to the person, in the person's language. A terminal
// that cannot be written to leaves nobody to tell, so the error is dropped.
func (s *Streams) Messagef(format string, args ...any) {
	text := visibleLines(s.sayf(format, args...))
	if s.ASCII {
		text = asciiOf(text)
	}
	_, _ = io.WriteString(s.Err, text+"\n")
}

// linef writes a line of what a command was asked for, in the person's language.
func (s *Streams) linef(format string, args ...any) {
	text := visibleLines(s.sayf(format, args...))
	if s.ASCII {
		text = asciiOf(text)
	}
	_, _ = io.WriteString(s.Out, text+"\n")
}

// visibleLines returns a text of several lines without what would steer a
// terminal: names of files and what files hold may be anything.
func visibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		indent := len(line) - len(strings.TrimLeft(line, "\t"))
		lines[i] = line[:indent] + fold.Visible(line[indent:])
	}
	return strings.Join(lines, "\n")
}

// sayf puts a message into the person's language.
func (s *Streams) sayf(format string, args ...any) string {
	if s.texts == nil {
		return fmt.Sprintf(format, args...)
	}
	return s.texts.Sayf(format, args...)
}

// adapt fits the streams to the environment: https://no-color.org, dumb
// terminals, and locales whose character set is not UTF-8.
func (s *Streams) adapt(environ []string) {
	noColour := variable(environ, "NO_COLOR") != ""
	dumb := variable(environ, "TERM") == "dumb"
	s.Colour = s.OutWatched && !noColour && !dumb
	s.ASCII = asciiOnly(environ)
}

// asciiOnly reports whether the locale asks for a character set without box
// drawing. An unset locale does not: it is the habit of containers, whose
// output ends up in terminals that show UTF-8.
func asciiOnly(environ []string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		locale := strings.ToLower(variable(environ, name))
		if locale == "" {
			continue
		}
		return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
	}
	return false
}

// variable returns the value of an environment variable, the last one set.
func variable(environ []string, name string) string {
	for _, entry := range slices.Backward(environ) {
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value
		}
	}
	return ""
}

// asciiOf writes a text in ASCII, with the signs that messages and trees use
// replaced by what stands for them on a typewriter.
func asciiOf(text string) string {
	text = typewriter.Replace(text)
	return strings.Map(func(r rune) rune {
		if r > 0x7e {
			return '?'
		}
		return r
	}, text)
}

var typewriter = strings.NewReplacer(
	"−", "-", "…", "...", "×", "x", "÷", "/", "›", ">", "·", ".", "→", "->",
	"’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "₂", "2", "²", "2", "³", "3",
	"«\u00a0", `"`, "\u00a0»", `"`, "\u00a0", " ", "\u202f", " ", "°", "o",
	"à", "a", "â", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "î", "i", "ï", "i", "ô", "o", "ù", "u", "û", "u", "ü", "u", "œ", "oe",
	"À", "A", "Â", "A", "Ç", "C", "É", "E", "È", "E", "Ê", "E", "Î", "I", "Ô", "O", "Œ", "OE",
)
