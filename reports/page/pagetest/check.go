// Package pagetest checks web pages for what can be checked of WCAG 2.2 AA
// without a browser: how the page is built. `make page-check` looks at the same
// pages in one.
package pagetest

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Check returns what is wrong with a page, nothing for a good one.
func Check(page []byte) []string {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return []string{err.Error()}
	}
	c := &checker{ids: make(map[string]int), texts: make(map[string]string)}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			c.ids[id]++
			c.texts[id] = textOf(n)
		}
	}
	for id, times := range c.ids {
		if times > 1 {
			c.wrong("the id %q is given %d times", id, times)
		}
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			c.element(n)
		}
	}
	c.document(root)
	slices.Sort(c.found)
	return c.found
}

// checker collects what is wrong.
type checker struct {
	ids      map[string]int
	texts    map[string]string // of what has an id
	regions  []string          // names of landmarks
	headings []int             // levels
	found    []string
}

func (c *checker) wrong(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

// forbidden are elements that run, load or embed something.
var forbidden = []string{"script", "iframe", "object", "embed", "link", "img", "audio", "video", "form", "input", "base", "foreignobject"}

// element checks one element by itself.
func (c *checker) element(n *html.Node) {
	if slices.Contains(forbidden, n.Data) {
		c.wrong("there is a <%s>", n.Data)
	}
	for _, a := range n.Attr {
		c.attribute(n, a)
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		c.headings = append(c.headings, int(n.Data[1]-'0'))
		if textOf(n) == "" {
			c.wrong("a heading is empty")
		}
	case "table":
		c.table(n)
	case "svg":
		c.drawing(n)
	case "a":
		if textOf(n) == "" {
			c.wrong("a link to %q has no text", attribute(n, "href"))
		}
	case "nav", "section":
		c.landmark(n)
	case "style":
		if outside.MatchString(textOf(n)) {
			c.wrong("the style asks for something from elsewhere")
		}
	}
	if attribute(n, "role") == "region" {
		c.landmark(n)
		if attribute(n, "tabindex") != "0" {
			c.wrong("a region that scrolls cannot be reached by keyboard")
		}
	}
}

// outside is how a style sheet would load something.
var outside = regexp.MustCompile(`(?i)@import|@font-face|url\(\s*["']?[^#"']`)

// attribute checks one attribute.
func (c *checker) attribute(n *html.Node, a html.Attribute) {
	switch {
	case strings.HasPrefix(a.Key, "on"):
		c.wrong("<%s> has the handler %s", n.Data, a.Key)
	case a.Key == "style":
		c.wrong("<%s> has a style of its own", n.Data)
	case a.Key == "src" || a.Key == "srcset":
		c.wrong("<%s> loads %q", n.Data, a.Val)
	case a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://"):
		c.wrong("<%s> leads to %q", n.Data, a.Val)
	case a.Key == "href" && strings.HasPrefix(a.Val, "#") && c.ids[a.Val[1:]] == 0:
		c.wrong("a link leads to %s, which is not there", a.Val)
	case a.Key == "aria-labelledby":
		for id := range strings.FieldsSeq(a.Val) {
			if c.ids[id] == 0 {
				c.wrong("<%s> is named by %q, which is not there", n.Data, id)
			}
		}
	}
}

// landmark checks that a landmark has a name that no other has.
func (c *checker) landmark(n *html.Node) {
	names := []string{attribute(n, "aria-label")}
	for id := range strings.FieldsSeq(attribute(n, "aria-labelledby")) {
		names = append(names, c.texts[id])
	}
	name := strings.TrimSpace(strings.Join(names, " "))
	if name == "" {
		c.wrong("a <%s> has no name", n.Data)
	}
	if slices.Contains(c.regions, name) {
		c.wrong("two landmarks are named by %q", name)
	}
	c.regions = append(c.regions, name)
}

// table checks that a table names itself, its columns and its rows.
func (c *checker) table(n *html.Node) {
	var caption string
	columns, rows := 0, 0
	for d := range n.Descendants() {
		switch d.Data {
		case "caption":
			caption = textOf(d)
		case "th":
			if textOf(d) == "" {
				c.wrong("table %q: a header is empty", caption)
			}
			switch attribute(d, "scope") {
			case "col":
				columns++
			case "row":
				rows++
			default:
				c.wrong("table %q: the header %q has no scope", caption, textOf(d))
			}
		case "tr":
			if cells := cellsOf(d); columns > 0 && cells != columns {
				c.wrong("table %q: a row has %d cells for %d columns", caption, cells, columns)
			}
		}
	}
	if caption == "" || columns == 0 || rows == 0 {
		c.wrong("table %q: caption, column headers or row headers are missing", caption)
	}
}

func cellsOf(row *html.Node) int {
	cells := 0
	for d := range row.ChildNodes() {
		if d.Data == "td" || d.Data == "th" {
			cells++
		}
	}
	return cells
}

// drawing checks that a drawing is named and described, or hidden from those who
// have the same in words.
func (c *checker) drawing(n *html.Node) {
	if attribute(n, "aria-hidden") == "true" || within(n, "svg") {
		return
	}
	var title, description bool
	for d := range n.ChildNodes() {
		title = title || (d.Data == "title" && textOf(d) != "")
		description = description || (d.Data == "desc" && textOf(d) != "")
	}
	if attribute(n, "role") != "img" || !title || !description || len(strings.Fields(attribute(n, "aria-labelledby"))) != 2 {
		c.wrong("a drawing has no role, title or description")
	}
	for next := n.Parent.NextSibling; ; next = next.NextSibling {
		if next == nil || next.Data == "h2" || next.Data == "h3" {
			c.wrong("the drawing %q has no table of its figures", attribute(n, "aria-labelledby"))
			return
		}
		if next.Type == html.ElementNode {
			if next.Data != "table" && !holds(next, "table") {
				c.wrong("the drawing %q is followed by <%s>, not by the table of its figures", attribute(n, "aria-labelledby"), next.Data)
			}
			return
		}
	}
}

// document checks the page as a whole.
func (c *checker) document(root *html.Node) {
	counts := make(map[string]int)
	var title string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		counts[n.Data]++
		switch {
		case n.Data == "html" && attribute(n, "lang") == "":
			c.wrong("the page does not say its language")
		case n.Data == "title" && !within(n, "svg"):
			title = textOf(n)
		}
	}
	if title == "" {
		c.wrong("the page has no title")
	}
	for _, once := range []string{"h1", "main", "header", "footer", "nav"} {
		if counts[once] != 1 {
			c.wrong("there are %d <%s>", counts[once], once)
		}
	}
	last := 0
	for _, level := range c.headings {
		if level > last+1 {
			c.wrong("a heading of level %d follows one of level %d", level, last)
		}
		last = level
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func within(n *html.Node, element string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == element {
			return true
		}
	}
	return false
}

func holds(n *html.Node, element string) bool {
	for d := range n.Descendants() {
		if d.Data == element {
			return true
		}
	}
	return false
}
