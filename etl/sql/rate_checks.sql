-- What cannot be right in a rate, and what is to be known of it. A check says so; it changes and removes nothing.
--   problem  outside     upside down, or of another currency
--            spike       away from the days before and back within two days
--            off_peg     a market's or a ticker's number away from what the central bank has fixed
--   note     unconfirmed the newest number jumped; two more days, or another source, tell whether it stays
--            level_shift it jumped and stayed, as the sum did on 5 September 2017
--            flat        it has not moved for ten days, though nobody fixed it
--            weekend     a market's number of a Saturday or Sunday
--            devalued    the central bank itself left the rate that it had fixed
--            off_official, off_interval  away from the official rate of the same day
-- The numbers compared are local currency per US dollar; 5 % is more than a currency moves in a day but in a
-- devaluation, 3 % more than a market's day differs from a bank's.

create temp table dollar_rate as
select r.rate_id, r.source, r.kind, r.lcu, r.date, r.value_text, r.lcu_per_usd_low as low, r.lcu_per_usd_high as high,
       (r.lcu_per_usd_low::double + r.lcu_per_usd_high::double) / 2 as level,
       c.low as least, c.high as most, case when r.date >= c.peg_since then c.peg end as peg
from rate_row r join currencies c on c.currency = r.lcu
where r.is_current and r.lcu_per_usd_low is not null and r.lcu_per_usd_high is not null;

-- A market's running day ("live") follows its closes.
create temp table in_turn as
with beside as (
    select *,
           median(level) over (turn rows between 5 preceding and 1 preceding) as before,
           lag(level) over turn as yesterday,
           lead(level, 1) over turn as next,
           lead(level, 2) over turn as after_next,
           min(level) over (turn rows between 9 preceding and current row) as lowest,
           max(level) over (turn rows between 9 preceding and current row) as highest,
           count(*) over (turn rows between 9 preceding and current row) as days
    from dollar_rate
    where kind <> 'ticker'
    window turn as (partition by source, kind = 'official', lcu order by date, rate_id)
)
select *,
       abs(level / before - 1) > 0.05 as away,
       abs(level / yesterday - 1) > 0.05 as jumped,
       abs(next / before - 1) <= 0.05 as next_back,
       abs(after_next / before - 1) <= 0.05 as after_next_back
from beside;

create temp table official_day as
select lcu, date, min(low) as low, max(high) as high, avg(level) as level
from dollar_rate
where kind = 'official'
group by lcu, date;

create temp macro money(n) as format('{:,.6g}', n::double);

create temp table finding as
select rate_id, 'outside' as flag, true as wrong,
       money(level) || ' ' || lcu || ' per dollar is outside ' || money(least) || ' to ' || money(most) || '.' as sentence
from dollar_rate
where low < least or high > most
union all
select rate_id, 'spike', true,
       money(level) || ' ' || lcu || ' per dollar is over 5 % off the days before and after.'
from in_turn
where away and (next_back or coalesce(after_next_back, false))
union all
select rate_id, 'unconfirmed', false,
       money(level) || ' ' || lcu || ' per dollar is over 5 % off the days before; no later day confirms it yet.'
from in_turn i
where away and jumped and after_next is null and not coalesce(next_back, false)
  and not exists (
      from dollar_rate o
      where o.lcu = i.lcu and o.date = i.date and o.source <> i.source and abs(o.level / i.level - 1) <= 0.03
  )
union all
select rate_id, 'level_shift', false,
       'From ' || money(before) || ' to ' || money(level) || ' ' || lcu || ' per dollar, and it stayed.'
from in_turn
where away and jumped and after_next is not null and not next_back and not after_next_back
union all
select rate_id, 'off_peg', true,
       money(level) || ' ' || lcu || ' per dollar is more than 1 % off the fixed ' || money(peg) || '.'
from dollar_rate
where abs(level / peg - 1) > 0.01 and kind <> 'official'
union all
select rate_id, 'devalued', false,
       money(level) || ' ' || lcu || ' per dollar is more than 1 % off the ' || money(peg) || ' that was fixed.'
from dollar_rate
where abs(level / peg - 1) > 0.01 and kind = 'official'
union all
select rate_id, 'flat', false, money(level) || ' ' || lcu || ' per dollar has not moved for ten days.'
from in_turn
where days = 10 and lowest = highest and peg is null
union all
select rate_id, 'weekend', false, 'Markets are closed on the day that it bears.'
from dollar_rate
where kind in ('close', 'live') and isodow(date) > 5
union all
select d.rate_id, 'off_official', false,
       format('{:.2g}', abs(d.level / o.level - 1) * 100) || ' % '
       || case when d.level > o.level then 'above' else 'below' end || ' the official rate of the same day.'
from dollar_rate d join official_day o using (lcu, date)
where d.kind in ('close', 'live') and abs(d.level / o.level - 1) > 0.03
union all
select d.rate_id, 'off_interval', false,
       'The official rate of the same day, ' || money(o.level) || ' ' || d.lcu || ' per dollar, is not what it rounds.'
from dollar_rate d join official_day o using (lcu, date)
where d.kind = 'ticker' and (o.low > d.high or o.high < d.low);

insert into rates by name
with told as (
    select rate_id, list(flag order by flag) as flags,
           string_agg(sentence, ' ' order by flag) filter (wrong) as problem,
           string_agg(sentence, ' ' order by flag) filter (not wrong) as note
    from finding
    group by rate_id
)
select r.* exclude (problem, last_seen), coalesce(t.flags, []) as flags,
       nullif(concat_ws(' ', r.problem, t.problem), '') as problem, t.note,
       case
           when r.counter = 'USD' then coalesce(r.low, r.value) / r.nominal
           when r.base = 'USD' then 1 / r.lcu_per_usd_high::double
       end as usd_per_lcu_low,
       case
           when r.counter = 'USD' then coalesce(r.high, r.value) / r.nominal
           when r.base = 'USD' then 1 / nullif(r.lcu_per_usd_low, 0)::double
       end as usd_per_lcu_high
from rate_row r left join told t using (rate_id)
order by lcu, date, source, kind, rate_id;

insert into problems by name
select source as article, null as claim_id, 'rate' as rule, strftime(date, '%-d %B %Y') || ', ' || source || ': ' || problem as sentence
from rates
where problem is not null and is_current and source <> 'ticker';
