#!/usr/bin/env node
require('../dist/netkeep.cjs')
