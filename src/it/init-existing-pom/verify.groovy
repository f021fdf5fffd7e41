import io.github.chalicemaven.it.InvokedProject

def added = '''
    <plugins>
      <plugin>
        <groupId>io.github.chalicemaven</groupId>
        <artifactId>chalice-maven-plugin</artifactId>
        <executions>
          <execution>
            <goals>
              <goal>generate-pipeline</goal>
            </goals>
          </execution>
        </executions>
        <configuration>
          <pipelineVersion>v3</pipelineVersion>
        </configuration>
      </plugin>
    </plugins>'''
def text = { String name -> new String(new File(basedir, name).bytes, 'UTF-8') }
def place = '\n    </pluginManagement>'
assert text('pom.xml') == text('before.xml').replace(place, place + added)
def tabs = { String lines -> lines.replace('  ', '\t').replace('\n', '\r\n') }
assert text('tabs.xml') == text('tabs-before.xml').replace(tabs(place), tabs(place + added))
assert text('refused.xml') == text('before.xml')

def logs = InvokedProject.logs(basedir)
assert logs[0].contains('[INFO] Found the source: gitlab:acme/shop/orders (<scm>)')
assert logs[0].contains('[INFO] Wrote pom.xml')
assert logs[1].contains('[INFO] Wrote target/pipeline.json')
assert logs[2].contains('[INFO] Wrote tabs.xml')
assert logs[3].contains('[INFO] Unchanged: target/pipeline.json')
assert logs[4].contains('2 problems, nothing was written:')
return true
