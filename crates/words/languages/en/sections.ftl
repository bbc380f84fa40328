### Table
### The headings that parameters stand under.

time = Time
team = Team
work = Work
blockers = Blockers
causes = Lasting causes
help = Help
knowing = Who knows what
trust = Trust and safety
clarity = Clarity
quality = Quality
skill = Skill
energy = Energy
morale = Morale
turnover = Turnover
recognition = Recognition
lead = Formal lead
practices = Practices
remote = Remote work
reporting = Reporting
assist = Assist leaders
profile = Profile of the assist leader
care = Care
conditions = Conditions
