package workbook

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
)

// contentTypesName is the part of a workbook that says what the others are.
const contentTypesName = "[Content_Types].xml"

// contentTypes is what that part holds.
type contentTypes struct {
	XMLName   xml.Name      `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []contentType `xml:"Default"`
	Overrides []contentType `xml:"Override"`
}

// contentType says what the parts with an extension are, or one part.
type contentType struct {
	Extension   string `xml:",attr,omitempty"`
	PartName    string `xml:",attr,omitempty"`
	ContentType string `xml:",attr"`
}

// inOrder sorts what the part holds, and drops the kinds of pictures that
// excelize lists in the order of a map whenever a sheet has a drawing. Our
// drawings hold charts only.
func inOrder(part []byte) ([]byte, error) {
	var types contentTypes
	if err := xml.Unmarshal(part, &types); err != nil {
		return nil, err
	}
	types.Defaults = slices.DeleteFunc(types.Defaults, func(c contentType) bool { return strings.HasPrefix(c.ContentType, "image/") })
	byName := func(a, b contentType) int {
		return cmp.Or(strings.Compare(a.Extension, b.Extension), strings.Compare(a.PartName, b.PartName))
	}
	slices.SortFunc(types.Defaults, byName)
	slices.SortFunc(types.Overrides, byName)
	sorted, err := xml.Marshal(types)
	if err != nil {
		return nil, err
	}
	return append([]byte(xml.Header), sorted...), nil
}
