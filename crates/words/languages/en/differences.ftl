### Table
### Outcomes that have sentences of their own: how a difference in per cent is put, and by how many pairs it is borne out. The
### others are said as in result.ftl.
### $with is the second team's circumstance: “With the flow nurse”. $amount is “5 %”, $range “3 to 7 %”.
### $who is who finishes tasks, such as “the clinic”. $task, $tasks and $assist are what these are called in the scenario; $leaders is how many assist leaders there are.
### `ahead` is a clause: in which pairs the second team did better. There, $with is what that team is called.

throughput =
    .ahead = more finished { SMALL($with) }
    .higher = { $with }, { $who } finishes { $amount } more { $tasks } on average (95 % interval { $range }), and more in { $pairs } of { $all }.
    .lower = { $with }, { $who } finishes { $amount } fewer { $tasks } on average (95 % interval { $range }), and fewer in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the number of { $tasks } that { $who } finishes differs by { $amount } (95 % interval { $range }).
wait_mean =
    .ahead = faster { SMALL($with) }
    .higher = { $with }, { A($task) } waits { $amount } longer on average (95 % interval { $range }), and longer in { $pairs } of { $all }.
    .lower = { $with }, { A($task) } waits { $amount } less on average (95 % interval { $range }), and less in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the time that { A($task) } waits differs by { $amount } (95 % interval { $range }).
lead_mean =
    .ahead = faster { SMALL($with) }
    .higher = { $with }, { A($task) } takes { $amount } longer on average (95 % interval { $range }), and longer in { $pairs } of { $all }.
    .lower = { $with }, { A($task) } takes { $amount } less time on average (95 % interval { $range }), and less in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the time that { A($task) } takes differs by { $amount } (95 % interval { $range }).
lead_median =
    .ahead = faster { SMALL($with) }
    .higher = { $with }, { A($task) } takes { $amount } longer on average (95 % interval { $range }), and longer in { $pairs } of { $all }.
    .lower = { $with }, { A($task) } takes { $amount } less time on average (95 % interval { $range }), and less in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the time that { A($task) } takes differs by { $amount } (95 % interval { $range }).
blocked_share =
    .ahead = less stuck { SMALL($with) }
    .higher = { $with }, people are stuck { $amount } longer on average (95 % interval { $range }), and longer in { $pairs } of { $all }.
    .lower = { $with }, people are stuck { $amount } less on average (95 % interval { $range }), and less in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the time that people are stuck differs by { $amount } (95 % interval { $range }).
escaped_per_100 =
    .ahead = fewer mistakes { SMALL($with) }
    .higher = { $with }, { $amount } more mistakes come through on average (95 % interval { $range }), and more in { $pairs } of { $all }.
    .lower = { $with }, { $amount } fewer mistakes come through on average (95 % interval { $range }), and fewer in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the number of mistakes that come through differs by { $amount } (95 % interval { $range }).
morale =
    .ahead = morale higher { SMALL($with) }
    .higher = { $with }, morale is { $amount } higher on average (95 % interval { $range }), and higher in { $pairs } of { $all }.
    .lower = { $with }, morale is { $amount } lower on average (95 % interval { $range }), and lower in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, morale differs by { $amount } (95 % interval { $range }).
exhaustion_assist =
    .ahead = less exhausted { SMALL($with) }
    .higher = { $leaders ->
        [one] In the role, the { $assist } is { $amount } more exhausted on average (95 % interval { $range }), and more so in { $pairs } of { $all }.
       *[other] In the role, the { $assist } are { $amount } more exhausted on average (95 % interval { $range }), and more so in { $pairs } of { $all }.
    }
    .lower = { $leaders ->
        [one] In the role, the { $assist } is { $amount } less exhausted on average (95 % interval { $range }), and less so in { $pairs } of { $all }.
       *[other] In the role, the { $assist } are { $amount } less exhausted on average (95 % interval { $range }), and less so in { $pairs } of { $all }.
    }
    .unclear = There is no clear difference: in the role, the exhaustion of the { $assist } differs by { $amount } (95 % interval { $range }).
skill =
    .ahead = more skilled { SMALL($with) }
    .higher = { $with }, skill in the end is { $amount } higher on average (95 % interval { $range }), and higher in { $pairs } of { $all }.
    .lower = { $with }, skill in the end is { $amount } lower on average (95 % interval { $range }), and lower in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, skill in the end differs by { $amount } (95 % interval { $range }).
trust_across =
    .ahead = more trust across groups { SMALL($with) }
    .higher = { $with }, trust across groups is { $amount } higher on average (95 % interval { $range }), and higher in { $pairs } of { $all }.
    .lower = { $with }, trust across groups is { $amount } lower on average (95 % interval { $range }), and lower in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, trust across groups differs by { $amount } (95 % interval { $range }).
gap_stuck =
    .ahead = a smaller gap in time stuck { SMALL($with) }
    .higher = { $with }, the gap in time stuck between quiet members and the others is { $amount } wider on average (95 % interval { $range }), and wider in { $pairs } of { $all }.
    .lower = { $with }, the gap in time stuck between quiet members and the others is { $amount } narrower on average (95 % interval { $range }), and narrower in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the gap in time stuck between quiet members and the others differs by { $amount } (95 % interval { $range }).
gap_voice =
    .ahead = a smaller gap in ideas { SMALL($with) }
    .higher = { $with }, the gap in ideas between quiet members and the others is { $amount } wider on average (95 % interval { $range }), and wider in { $pairs } of { $all }.
    .lower = { $with }, the gap in ideas between quiet members and the others is { $amount } narrower on average (95 % interval { $range }), and narrower in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the gap in ideas between quiet members and the others differs by { $amount } (95 % interval { $range }).
on_time =
    .ahead = more on time { SMALL($with) }
    .higher = { $with }, { $amount } more { $tasks } are on time on average (95 % interval { $range }), and more in { $pairs } of { $all }.
    .lower = { $with }, { $amount } fewer { $tasks } are on time on average (95 % interval { $range }), and fewer in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the number of { $tasks } on time differs by { $amount } (95 % interval { $range }).
quit_hazard =
    .ahead = less risk of leaving { SMALL($with) }
    .higher = { $with }, the risk that people leave is { $amount } higher on average (95 % interval { $range }), and higher in { $pairs } of { $all }.
    .lower = { $with }, the risk that people leave is { $amount } lower on average (95 % interval { $range }), and lower in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the risk that people leave differs by { $amount } (95 % interval { $range }).
makespan =
    .ahead = faster { SMALL($with) }
    .higher = { $with }, the project takes { $amount } longer on average (95 % interval { $range }), and longer in { $pairs } of { $all }.
    .lower = { $with }, the project takes { $amount } less time on average (95 % interval { $range }), and less in { $pairs } of { $all }.
    .unclear = There is no clear difference: { SMALL($with) }, the time that the project takes differs by { $amount } (95 % interval { $range }).
