package bill

import (
	"encoding/json"
	"regexp"
	"strings"
)

var (
	awsType = regexp.MustCompile(`(?:^|[^a-z0-9])([a-z]{1,4}[0-9][a-z0-9]{0,5}(?:-[a-z0-9]{2,6})?|u-[0-9]+tb[0-9]|u7[a-z]*-[0-9]+tb)\.` +
		`(nano|micro|small|medium|large|xlarge|[0-9]{1,3}xlarge|xlplus|metal(?:-[0-9]{1,2}xl)?)(?:[^a-z0-9]|$)`)
	awsFamily  = regexp.MustCompile(`hostusage:([a-z]{1,4}[0-9][a-z0-9]{0,5}(?:-[a-z0-9]{2,6})?)(?:[^a-z0-9.]|$)|\b([a-z]{1,4}[0-9][a-z0-9]{0,5}) dedicated host`)
	azureType  = regexp.MustCompile(`^[a-z]{1,3}[0-9]{1,4}(?:-[0-9]{1,3})?[a-z]{0,5}(?: (?:a10|a100|h100|h200|t4|mi300x|[0-9]))?(?: v[0-9]{1,2})?$`)
	azureDisk  = regexp.MustCompile(`(?:^|[^a-z0-9])([pes][0-9]{1,2}) (?:-? ?(?:lrs|zrs) ?)?-? ?(?:disk|lrs|zrs)`)
	googleType = regexp.MustCompile(`(?:^|[^a-z0-9-])((?:f1-micro|g1-small)|[a-z][0-9][a-z]?-(?:standard|highmem|highcpu|highgpu|megagpu|ultragpu|megamem|ultramem|hypermem|micro|small|medium|custom|metal)(?:-[0-9]+)*g?(?:-lssd|-metal|-ext)?|custom-[0-9]+-[0-9]+(?:-ext)?)(?:[^a-z0-9-]|$)`)
	oracleType = regexp.MustCompile(`(?:^|[^a-z0-9])((?:vm|bm)\.[a-z0-9]+(?:\.[a-z0-9]+)*)`)
	otherType  = regexp.MustCompile(`^[a-z]+[a-z0-9._-]*\d[a-z0-9._-]*$`)
	coreCount  = regexp.MustCompile(`(?:^|[^a-z0-9.])(\d{1,3}) vcores?(?:[^a-z]|$)`)
)

// InstanceType returns the instance type in a text, as packs of factors name it,
// or nothing: m5.2xlarge of "BoxUsage:m5.2xlarge" and of db.m5.2xlarge, d2s v3 of
// Standard_D2s_v3, d2 v3 of the meter "D2 v3/D2s v3", the first of several that a
// meter is for; e2-standard-2, vm.standard.e4.flex.
//
// Google bills most machines as processors and memory, in lines of their own, whose
// texts name no type.
func InstanceType(provider, text string) string {
	lower := strings.ToLower(strings.TrimSpace(cut(text)))
	switch provider {
	case AWS:
		if m := awsType.FindStringSubmatch(lower); m != nil {
			return m[1] + "." + m[2]
		}
	case Azure:
		return azureTypeIn(lower)
	case GCP:
		if m := googleType.FindStringSubmatch(lower); m != nil {
			return m[1]
		}
		return smallGoogle(lower)
	case Oracle:
		if m := oracleType.FindStringSubmatch(lower); m != nil {
			return m[1]
		}
	default:
		if otherType.MatchString(lower) && len(lower) <= 40 {
			return lower
		}
	}
	return ""
}

// azureTypeIn looks for a size of virtual machines in the parts of a meter's or a
// product's name: "Virtual Machines Dv2/DSv2 Series - D11 v2/DS11 v2 - US East 2".
func azureTypeIn(lower string) string {
	for part := range strings.SplitSeq(strings.ReplaceAll(lower, " | ", " - "), " - ") {
		part, _, _ = strings.Cut(part, "/")
		part = strings.Join(strings.Fields(strings.ReplaceAll(part, "_", " ")), " ")
		named := false
		for _, prefix := range []string{"standard ", "basic "} {
			if rest, ok := strings.CutPrefix(part, prefix); ok {
				part, named = rest, true
			}
		}
		for _, suffix := range []string{" spot", " low priority", " expired", " promo"} {
			part = strings.TrimSuffix(part, suffix)
		}
		if azureType.MatchString(part) && (named || !isDiskTier(part)) {
			return part
		}
	}
	return ""
}

func isDiskTier(text string) bool {
	_, ok := disks()[text]
	return ok
}

// smallGoogle names the two machines whose lines say what they are in words.
func smallGoogle(lower string) string {
	switch {
	case strings.Contains(lower, "micro instance with burstable"):
		return "f1-micro"
	case strings.Contains(lower, "small instance with 1 vcpu"):
		return "g1-small"
	}
	return ""
}

// instance returns the line's instance type, from where it is surest.
func (l *Line) instance(provider string) string {
	for _, text := range []string{l.InstanceType, detail(l.Details), l.UsageType, l.Meter, l.Product, l.Description, l.SKU} {
		if provider != AWS && provider != Azure && provider != GCP && provider != Oracle && text != l.InstanceType {
			continue // nobody knows what its types look like
		}
		if text = InstanceType(provider, text); text != "" {
			return text
		}
	}
	return ""
}

// host returns the largest instance of the family that a dedicated host is for.
func (l *Line) host() string {
	m := awsFamily.FindStringSubmatch(l.words())
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return m[1] + ".metal"
	}
	return m[2] + ".metal"
}

// detailNames are the names under which JSON on bills has an instance type, the
// surest first.
var detailNames = []string{"servicetype", "instancetype", "x_instancetype", "vmsize", "compute.googleapis.com/machine_spec"}

// detail returns the instance type in the JSON of a line.
func detail(text string) string {
	if text == "" || len(text) > maxDetails || !strings.HasPrefix(strings.TrimSpace(text), "{") {
		return ""
	}
	var values map[string]any
	if json.Unmarshal([]byte(text), &values) != nil {
		return ""
	}
	found := make(map[string]string)
	for name, value := range values {
		if s, ok := value.(string); ok {
			found[strings.ToLower(name)] = s
		}
	}
	for _, name := range detailNames {
		if found[name] != "" {
			return found[name]
		}
	}
	return ""
}
