### Table
### What keeps blocking work, in a team of any kind: names for the most frequent cause, the second, and so on. Each is one thing, with its article, within a sentence.

first = the unreliable test setup
second = the incomplete request form
third = the broken login
fourth = the outdated checklist
fifth = the muddled shared folder
sixth = the unclear handover
seventh = the slow booking system
eighth = the mismatch between two lists
ninth = the crowded shared mailbox
tenth = the contradictory rule
eleventh = the wrong template
twelfth = the unreliable supply of parts
