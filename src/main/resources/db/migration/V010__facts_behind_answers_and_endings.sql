-- What an answer was given about: the episode, the stage, and those of her conditions the rule speaks of.
alter table program_answer add column given_for text not null default '' check (length(given_for) <= 1000);

-- She was pregnant in this episode and is not any more, without a birth: nobody asks her how it was.
alter table episode_of_care add column pregnancy_ended_on date;
