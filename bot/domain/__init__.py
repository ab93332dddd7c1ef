"""What a report is: pure data and rules, without input, output or framework."""
