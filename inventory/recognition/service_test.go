package recognition

import "testing"

// What belongs to a device or is done to it is named after it.
func TestServicesAreNoDevices(t *testing.T) {
	for text, want := range map[string]Reason{
		"Extended warranty Dell laptops": KindUnsupported, "Oracle licences": KindUnsupported, "Extension de garantie portables": KindUnsupported,
		"RAM upgrade for laptops": Consumable, "Housse pour portable": Consumable,
		"Dell Latitude 5420 laptop 3 year warranty": "", "laptops under repair": "", "Dell laptop with warranty": "",
	} {
		if got := Recognise(Thing{Model: text}); got.Left != want {
			t.Errorf("%q: left %q, want %q (%+v)", text, got.Left, want, got)
		}
	}
	for text, want := range map[string]string{"HP ProBook laptop charger": "power-adapter", "Lap top": "laptop", "Casque audio": "headset"} {
		if got := Recognise(Thing{Model: text}); got.Category != want {
			t.Errorf("%q: %q, want %q", text, got.Category, want)
		}
	}
	if got := Recognise(Thing{Type: "VMware Guest"}); got.Left != VirtualMachine {
		t.Errorf("VMware Guest: %+v", got)
	}
}
