-- The family of a unit: which numbers may share an axis.
create macro unit_family(unit) as case
    when unit in ('percent', 'percentage_point', 'per_1000', 'per_100000', 'times') then 'rate'
    when regexp_matches(unit, '^[A-Z]{3}(/.*)?$') then 'money'        -- USD, KZT/month, USD/KZT
    when unit in ('MW', 't/day', 't/year', 'm3/day', 'm3/year') then 'capacity'
    when unit in ('ha', 'km2', 'm2') then 'area'
    when unit = 'kWh' then 'energy'
    when unit = 't' then 'mass'
    when unit in ('km', 'm3', 'year') then 'other'
    else 'count'
end;
