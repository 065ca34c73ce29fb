-- Money in local currency read in US dollars, beside the printed amount and never instead of it: no observation, axis
-- or comparison is made of it. Which rate (docs/decisions/0008 says why); the first that is known:
--   day   the figure is of one day and no longer ahead: the rate of that day
--   mean  it is of a longer time that was over when it was said: the mean of one source's official rates in that
--         time, where there is one in each of its months
--   said  the rate of the day on which it was said, known to the day and not guessed: for what is still ahead, for
--         what gives no period, and for a period of a year at most that was going on or over for 31 days at most
-- The rate of a day is the newest of that day and the five business days before it: official before a market's close
-- before a ticker. No rate with a problem, none still moving, none that its source has changed since.

-- The currency of a unit: KZT, KZT/month, KZT/kWh; KZT/USD is a rate.
create macro money_of(unit, indicator) as case
    when indicator <> 'exchange_rate' and not regexp_full_match(unit, '.*/[A-Z]{3}') then split_part(unit, '/', 1)
end;

-- The day on which an article says what it says, where it is known and not guessed.
create macro said_day(first, last, basis) as case
    when first = last and basis in ('front_matter', 'dateline') then first
end;

-- Digits that an amount has. Zeros at the end of a whole number may be rounding: they count up to three digits.
create macro amount_digits(value, value_text) as greatest(
    1,
    length(trim(regexp_replace(value::varchar, '[^0-9]', '', 'g'), '0')),
    case
        when value_text like '%.%' then length(ltrim(regexp_replace(value_text, '[^0-9]', '', 'g'), '0'))
        else least(3, length(ltrim(regexp_replace(value_text, '[^0-9]', '', 'g'), '0')))
    end
);

-- Half a unit of the last of these digits.
create macro rounding_of(value, digits) as
    coalesce(0.5 * pow(10, floor(log10(nullif(abs(value::double), 0))) - digits + 1), 0);

-- Five business days earlier; a Saturday and a Sunday count from their Friday.
create macro five_days_before(day) as day - 7 - greatest(isodow(day) - 5, 0)::integer;

-- Ends go outwards, with two digits more than the rate has.
create macro step_of(low, high, digits) as
    coalesce(pow(10, floor(log10(nullif(greatest(abs(low), abs(high)), 0))) - digits - 1), 1);
create macro outward_low(low, step) as (floor((low - abs(low) * 1e-14) / step) * step)::decimal(38, 12);
create macro outward_high(high, step) as (ceil((high + abs(high) * 1e-14) / step) * step)::decimal(38, 12);

-- Rates to the dollar that may be used, as known at a moment. Where the tickers of one day differ, none of them is.
create macro usable_rates_at(moment, personal) as table
with known as (
    select r.*, coalesce(s.position, 99) as position, coalesce(s.personal_use, false) as personal_use,
           case
               when r.source = 'frankfurter' then coalesce(b.name || ', passed on by Frankfurter', s.name)
               else coalesce(s.name, r.source)
           end as source_name,
           case
               when moment = timestamp 'infinity' then r.is_current
               else row_number() over (
                   partition by r.source, r.kind, r.base, r.counter, r.date,
                                case when r.kind = 'ticker' then r.value_text end
                   order by r.known_from desc, r.rate_id
               ) = 1
           end as holds
    from rates r
    left join rate_sources s using (source)
    left join rate_sources b on r.source = 'frankfurter' and b.lcu = r.lcu
    where r.known_from <= moment and (personal or not coalesce(s.personal_use, false))
)
select rate_id, lcu, date, kind, source, source_name, personal_use, position, digits, decimals,
       case kind when 'official' then 1 when 'close' then 2 else 3 end as turn,
       lcu_per_usd_low as low, lcu_per_usd_high as high,
       value_text, value_text || ' ' || counter || ' per ' || case when nominal > 1 then nominal || ' ' else '' end || base as printed
from known
where holds and problem is null and kind in ('official', 'close', 'ticker') and lcu_per_usd_low > 0
  and lcu_per_usd_high is not null
window ticked as (partition by source, kind, base, counter, date)
qualify kind <> 'ticker' or min(value_text) over ticked = max(value_text) over ticked;

create macro claims_usd_at(moment, personal) as table
with usable as materialized (
    select * from usable_rates_at(moment, personal)
),
money as (
    select c.claim_id, k.currency as lcu, c.kind in ('target', 'planned', 'forecast') as ahead,
           c.period_first, c.period_last, a.published_last,
           said_day(a.published_first, a.published_last, a.published_basis) as said,
           c.value,
           case
               when c.qualifier = 'vague' then 1
               when c.value is null then greatest(amount_digits(c.low, ''), amount_digits(c.high, ''))
               else amount_digits(c.value, c.value_text)
           end as digits,
           coalesce(c.value - rounding_of(c.value, digits), c.low::double) as least,
           coalesce(c.value + rounding_of(c.value, digits), c.high::double) as most
    from claims_at(moment) c
    join currencies k on k.currency = money_of(c.unit, c.indicator)
    join articles_ever a using (article_id)
    where coalesce(c.value, c.low) is not null and coalesce(c.value, c.high) is not null
),
asked as (
    select claim_id, 1 as turn, 'day' as basis, lcu, period_first as first, period_first as last
    from money
    where not ahead and period_first = period_last
    union all
    select claim_id, 2, 'mean', lcu, period_first, period_last
    from money
    where not ahead and period_first < period_last and coalesce(period_last <= published_last, true)
    union all
    select claim_id, 3, 'said', lcu, said, said
    from money
    where ahead or period_first is null
       or (period_first < period_last and period_last < period_first + interval 1 year
           and said between period_first and period_last + 31)
),
of_day as (
    select a.lcu, a.first, a.last, false as is_mean, r.* exclude (lcu, date, low, high, printed), r.date as rate_date,
           1 as rates, r.low::double as low, r.high::double as high,
           r.printed || ', ' || r.source_name || ', ' || r.date as words
    from (select distinct lcu, first, last from asked where basis <> 'mean') a
    join usable r on r.lcu = a.lcu and r.date between five_days_before(a.first) and a.first
    qualify row_number() over (partition by a.lcu, a.first order by r.turn, r.date desc, r.position, r.rate_id) = 1
),
mean_of_period as (
    select a.lcu, a.first, a.last, true as is_mean, r.kind, r.source, r.source_name, r.personal_use, count(*) as rates,
           min(r.digits) as digits, sum(r.low)::double / count(*) as low, sum(r.high)::double / count(*) as high,
           min(r.low + r.high)::double / 2 as lowest, max(r.low + r.high)::double / 2 as highest,
           format('{:.{}f}', sum(r.low + r.high)::double / 2 / count(*), min(r.decimals)) as value_text
    from (select distinct lcu, first, last from asked where basis = 'mean') a
    join usable r on r.lcu = a.lcu and r.kind = 'official' and r.date between a.first and a.last
    group by a.lcu, a.first, a.last, r.kind, r.source, r.source_name, r.personal_use, r.position
    having count(distinct date_trunc('month', r.date)) = datediff('month', a.first, a.last) + 1
    qualify row_number() over (partition by a.lcu, a.first, a.last order by r.position, r.source) = 1
),
of_period as (
    select *,
           value_text || ' ' || lcu || ' per USD, mean of ' || rates || ' official rates, ' || source_name || ', ' || first
           || ' to ' || last as words
    from mean_of_period
),
rated as (
    select a.claim_id, a.basis, r.*
    from (select *, basis = 'mean' as is_mean from asked) a
    join (from of_day union all by name from of_period) r using (lcu, first, last, is_mean)
    qualify row_number() over (partition by a.claim_id order by a.turn) = 1
),
divided as (
    select r.*, m.value / ((r.low + r.high) / 2) as usd,
           m.least / case when m.least < 0 then r.low else r.high end as lower_end,
           m.most / case when m.most < 0 then r.high else r.low end as upper_end,
           least(m.digits, r.digits) as usd_digits
    from money m join rated r using (claim_id)
)
select claim_id, usd::decimal(38, 12) as usd,                   -- null for a range
       outward_low(lower_end, step_of(lower_end, upper_end, digits)) as usd_low,
       outward_high(upper_end, step_of(lower_end, upper_end, digits)) as usd_high,
       usd_digits,                                              -- of the less exact of amount and rate
       basis, lcu, first as rate_first, last as rate_last,      -- the day or the time of which a rate was wanted
       rate_id, rate_date, rates, kind as rate_kind, source, source_name, personal_use,
       digits as rate_digits, low as lcu_per_usd_low, high as lcu_per_usd_high,
       lowest, highest,                                         -- of a mean: from where to where the rates went
       words || case when basis = 'said' then ' (the day it was said)' else '' end as usd_rate
from divided;

-- One row a claim that can be read so, for the screen.
create table claims_usd as
select *
from claims_usd_at(timestamp 'infinity', true)
order by claim_id;
