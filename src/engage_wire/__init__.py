"""What both sides spell alike: the entity registry, the merge rules, the message codec, Disclosure shapes."""
