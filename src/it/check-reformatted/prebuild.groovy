import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def generated = InvokedProject.expected(basedir, 'pipeline.json').text
def sorted
sorted = { value ->
  value instanceof Map ? new TreeMap(value.collectEntries { key, entry -> [key, sorted(entry)] })
      : value instanceof List ? value.collect { sorted(it) } : value
}
new File(basedir, 'pipeline.json').text =
    groovy.json.JsonOutput.toJson(sorted(new groovy.json.JsonSlurper().parseText(generated)))
return true
