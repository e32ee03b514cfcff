package calc

import (
	"slices"

	"govfootprint/factors"
	"govfootprint/quantity"
)

// resource is what a unit of an activity uses: so many units of the resource's
// own measure.
type resource struct {
	device  *device
	measure quantity.Unit
	amount  *term // per unit of the activity; nil for 1

	// states says of the stages of impacts whether a figure of this resource holds
	// them, or that one does whose money cannot be had (missing).
	states map[stageOfImpact]status
}

func newResource(d *device, measure quantity.Unit, amount *term) resource {
	return resource{device: d, measure: measure, amount: amount, states: make(map[stageOfImpact]status)}
}

// countOf returns of how many of the resources of an activity figures hold a stage.
// What one resource's figure covers says nothing of another.
func countOf(resources []resource, at stageOfImpact) (held int) {
	for i := range resources {
		if resources[i].states[at] == statusCovered {
			held++
		}
	}
	return held
}

// stateOf says whether that is all of them, some or none.
func stateOf(resources []resource, at stageOfImpact) status {
	switch countOf(resources, at) {
	case len(resources):
		return statusCovered
	case 0:
		return statusMissing
	default:
		return statusPartly
	}
}

// explained reports whether it is already said why a stage has no figure.
func explained(resources []resource, at stageOfImpact) bool {
	return slices.ContainsFunc(resources, func(r resource) bool { return r.states[at] == statusMissing })
}

// Categories of resources that other activities consist of.
const (
	computing = "cloud-compute"
	memory    = "cloud-memory"
)

var (
	hourUnit     = quantity.MustParse("h")
	vCPUHourUnit = quantity.MustParse("vCPU.h")
	gbHourUnit   = quantity.MustParse("GB.h")
	vCPUUnit     = quantity.MustParse("vCPU")
	wattPerVCPU  = quantity.MustParse("W/vCPU")
)

// resources returns what one unit of the activity consists of. An hour of an
// instance is its virtual processors and its memory for an hour,
//
//	h(instance) = vCPU · vCPU.h + GB · GB.h
//
// where the packs know the instance type and have no figure for its hour itself;
// everything else is its own resource. It is empty where the measure is no unit.
func (v *evaluation) resources() []resource {
	unit, ok := v.measureUnit()
	if !ok {
		return nil
	}
	own := newResource(v.device, unit, nil)
	if v.category != computing || !unit.Convertible(hourUnit) || v.hasOwnFigure(&own) {
		return []resource{own}
	}
	vCPUs := v.parameter("virtual processors", factors.PropertyVCPUs, vCPUUnit)
	if vCPUs == nil {
		v.note(note{code: InstanceUnknown, severity: Gap, category: v.category, args: [2]string{v.device.unknown}})
		return nil
	}
	resources := []resource{newResource(v.device, vCPUHourUnit, vCPUs)}
	if gb := v.parameter("memory", factors.PropertyMemory, gbUnit); gb != nil {
		resources = append(resources, newResource(v.memory, gbHourUnit, gb))
	}
	return resources
}

// hasOwnFigure reports whether the packs have the electricity or an impact of the
// activity per unit of its own measure.
func (v *evaluation) hasOwnFigure(own *resource) bool {
	if v.intensityOf(own) != nil {
		return true
	}
	return slices.ContainsFunc(v.impacts, func(impact factors.Impact) bool {
		return slices.ContainsFunc(factors.Stages, func(stage factors.Stage) bool {
			return v.findIn(units{per: own.measure}, &own.device.ladder, v.place, want{property: factors.PropertyImpact, stage: stage, impact: impact}) != nil
		})
	})
}

var kWhUnit = quantity.MustParse("kWh")

// intensityOf returns the published electricity per unit of a resource's measure.
func (v *evaluation) intensityOf(r *resource) *factors.Match {
	return v.findIn(units{of: kWhUnit.Div(r.measure)}, &r.device.ladder, v.place, want{property: factors.PropertyEnergyIntensity})
}

// energyIntensity returns the electricity of one unit of a resource in kWh, nil
// where nobody knows it: a published figure, else for virtual processors
//
//	(P(idle) + load · (P(full) − P(idle))) / 1000
//
// in kWh per vCPU and hour, with P in W per vCPU and the packs' usual load (the
// method of Cloud Carbon Footprint, after Etsy's Cloud Jewels).
func (v *evaluation) energyIntensity(r *resource) *term {
	unit := kWhUnit.Div(r.measure)
	if published := v.intensityOf(r); published != nil {
		return v.inUnit("electricity per "+r.measure.String(), published, unit)
	}
	if r.measure != vCPUHourUnit {
		return nil
	}
	idle := v.powerPerVCPU("idle power", factors.PropertyVCPUPowerIdle)
	full := v.powerPerVCPU("full power", factors.PropertyVCPUPowerFull)
	load := v.parameter("load", factors.PropertyLoad, plainUnit)
	if idle == nil || full == nil || load == nil {
		return nil
	}
	v.note(note{code: LoadAssumed, severity: Assumption, stage: factors.Use, category: v.category, args: [2]string{load.value.String()}})
	span := differenceOf("power between idle and full", wattPerVCPU.String(), full, idle)
	power := sumOf("power at the load", wattPerVCPU.String(), idle, productOf("above idle", wattPerVCPU.String(), load, span))
	return productOf("electricity per vCPU.h", unit.String(), power, kiloPerUnit)
}

// powerPerVCPU returns the power of a virtual processor of an instance. Who says
// in a pack of a higher layer what an instance type consists of has described it
// anew: the power that a lower layer has for the type may hold its memory, and
// would count that twice. Then that of the provider's instances in general applies.
func (v *evaluation) powerPerVCPU(label string, p factors.Property) *term {
	match := v.device.findParameter(v.engine, v.place, p)
	if match == nil {
		return nil
	}
	described := v.device.findParameter(v.engine, v.place, factors.PropertyVCPUs)
	if v.average != nil && match.Rung == factors.ExactModel && described != nil && described.Factor.Pack.Layer > match.Factor.Pack.Layer {
		if match = v.average.findParameter(v.engine, v.place, p); match == nil {
			return nil
		}
	}
	return v.inUnit(label, match, wattPerVCPU)
}
