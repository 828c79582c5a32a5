package org.censusflow.system;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "censusflow.sample.district=haicang")
class WholeCensusHaicangIT extends WholeCensusStory {}
