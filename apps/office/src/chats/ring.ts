/** A short soft tone, made on the spot. Nothing where the browser does not allow sound. */
export const ring = (): void => {
  try {
    const audio = new AudioContext()
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    volume.gain.setValueAtTime(0.1, audio.currentTime)
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4)
    tone.frequency.value = 660
    tone.connect(volume).connect(audio.destination)
    tone.start()
    tone.stop(audio.currentTime + 0.4)
    tone.addEventListener('ended', () => void audio.close())
  } catch {
    // A desk without sound still shows what came.
  }
}
