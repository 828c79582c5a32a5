package org.censusflow.system;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "censusflow.sample.district=xiangshan")
class WholeCensusXiangshanIT extends WholeCensusStory {}
