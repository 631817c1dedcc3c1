-- For wrk: sends every line of this thread's file once, each the last page of another form.
-- Prints, at the end: answers, microseconds, failures, p99 in microseconds.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  forms = io.lines(arguments[1] .. "/" .. number)
  head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
end

function request()
  form = forms() or form
  return head .. #form .. "\r\n\r\n" .. form
end

function done(summary, latency)
  local errors = summary.errors
  print(summary.requests, summary.duration, errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(99))
end
