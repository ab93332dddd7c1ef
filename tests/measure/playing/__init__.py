"""What the measures of the whole product share: citizens, rivals and a look at the process."""
