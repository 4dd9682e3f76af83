select task, meaning from core.upkeep_tasks order by task
