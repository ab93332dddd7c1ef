"""What the measures of faults share: a crowd, a program that dies and lives again, a verdict."""
