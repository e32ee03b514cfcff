package bill

// ReasonsOfRules returns the reasons that the rules have.
func ReasonsOfRules() []Reason {
	var reasons []Reason
	for _, list := range rules() {
		for _, r := range list {
			reasons = append(reasons, r.use.Because)
		}
	}
	return reasons
}
