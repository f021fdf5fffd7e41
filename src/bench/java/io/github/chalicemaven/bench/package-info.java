/**
 * What the plugin costs, measured: {@link io.github.chalicemaven.bench.CoreBenchmark} its core,
 * warm; {@link io.github.chalicemaven.bench.ColdBenchmark} a whole process; {@link
 * io.github.chalicemaven.bench.ReactorBenchmark} builds of many modules. No part of the plugin.
 */
package io.github.chalicemaven.bench;
