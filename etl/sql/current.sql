-- What holds now, apart from all that ever did: a page that asks for one claim need not pass a million of the past.

create table articles as
select *
from articles_ever
where known_to is null;

-- Half a unit of the last printed place, in the base unit: "7.2 million" may be anything from 7.15 to 7.25 million.
-- A whole number is taken as it is printed.
create macro half_unit(value_text, value) as coalesce(
    abs(value)::double
    / nullif(abs(try_cast(replace(value_text, ',', '') as double)), 0)
    * case when value_text like '%.%' then 0.5 * pow(10, -length(split_part(value_text, '.', -1))) else 0 end,
    0
);

-- From where to where the true number may lie. "About" leaves 5 % on either side.
create macro lowest_of(value, low, value_text, qualifier) as case
    when value is null or qualifier = 'range' then coalesce(low::double, '-infinity'::double)
    when qualifier = 'less_than' then '-infinity'::double
    else value::double - half_unit(value_text, value) - (qualifier = 'about')::int * 0.05 * abs(value)::double
end;

create macro highest_of(value, high, value_text, qualifier) as case
    when value is null or qualifier = 'range' then coalesce(high::double, 'infinity'::double)
    when qualifier = 'more_than' then 'infinity'::double
    else value::double + half_unit(value_text, value) + (qualifier = 'about')::int * 0.05 * abs(value)::double
end;

create table claims as
select *, lowest_of(value, low, value_text, qualifier) as lowest, highest_of(value, high, value_text, qualifier) as highest
from claims_ever
where known_to is null;

-- As `builds` counts it.
create view counts as
select (select count(*) from articles where position > 0) as articles,
       (select count(*) from claims) as claims,
       (select count(*) from rejections) as rejections,
       (select count(*) from rates) as rates,
       (select count(*) from problems) as problems;
