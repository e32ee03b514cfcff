package bill

import "strings"

// Line is what a line of a bill says of what it charges for. No text is needed
// but a unit; the more there are, the surer is what they say. Texts are given as the
// bill has them, an empty one and NULL for nothing.
//
// Lines repeat: whoever reads a long bill calls [Compact] and keeps what
// [Classify] said of each distinct result, which can be the key of a map.
type Line struct {
	Provider string // as Provider understands it

	ServiceCategory string // Compute, Storage, Networking; Azure's ServiceFamily
	Service         string // Amazon Elastic Compute Cloud, AmazonEC2; Azure's MeterCategory; Google's service.description
	SubService      string // Azure's MeterSubCategory
	Product         string // Azure's Product; AWS's product family
	Meter           string // Azure's MeterName; Google's sku.description; Oracle's product description
	UsageType       string // AWS's: EUW2-BoxUsage:m5.large
	Operation       string // AWS's: RunInstances, InterZone-Out
	Description     string // FOCUS's ChargeDescription, AWS's LineItemDescription
	InstanceType    string // where a column has it: m5.large, Standard_D2s_v3, e2-standard-2
	ResourceType    string
	SKU             string // in words; an identifier says nothing
	Details         string // JSON that names an instance type: Azure's AdditionalInfo or x_SkuDetails, FOCUS's SkuPriceDetails

	Unit string // of the quantity that Use.PerUnit is for: 1 Hour, GB-Months, 1/Month
}

// Compact returns the line with the instance type that its details name in place of
// the details, which also name machines: nothing else of them tells what a line
// is a use of. Lines that charge for the same are then equal.
func Compact(l Line) Line {
	if provider := Provider(l.Provider); InstanceType(provider, l.InstanceType) == "" {
		if named := detail(l.Details); InstanceType(provider, named) != "" {
			l.InstanceType = named
		}
	}
	l.Details = ""
	return l
}

// maxText is how much of a text is looked at. Descriptions have two hundred
// characters, details of virtual machines a thousand.
const (
	maxText    = 1000
	maxDetails = 1 << 16
)

func cut(text string) string {
	if len(text) > maxText {
		text = text[:maxText]
	}
	if strings.EqualFold(strings.TrimSpace(text), "null") {
		return ""
	}
	return text
}

// service returns what rules match with the service.
func (l *Line) service() string {
	return joined(l.Service, l.ServiceCategory)
}

// words returns what rules match with everything else, the exact codes first.
func (l *Line) words() string {
	return joined(l.UsageType, l.Operation, l.Meter, l.Product, l.SubService, l.Description, l.ResourceType, l.SKU)
}

func joined(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		if text = strings.TrimSpace(cut(text)); text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(strings.ToLower(text))
	}
	return b.String()
}
