"""The measures of faults in their short forms: what they hold must hold in every change."""
