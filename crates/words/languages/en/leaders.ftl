# Who leads a team.

nobody = nobody
both = { $lead } and { $assist }
